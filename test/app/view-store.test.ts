import { beforeEach, expect, test } from "vitest";
import {
  arriveAt,
  back,
  choose,
  countBy,
  forward,
  layOut,
  moveCamera,
  showAllTeams,
  toggleTeam,
  viewStore,
} from "../../src/app/store/view-store.ts";
import type { Choice } from "../../src/scene/view.ts";

const ADA: Choice = { kind: "author", author: 0 };
const TEAM: Choice = { kind: "team", team: 1 };

beforeEach(() => viewStore.setState(viewStore.getInitialState(), true));

const chosen = () => viewStore.getState().choice;

test("back and forward go through what was chosen", () => {
  viewStore.setState(choose(ADA));
  viewStore.setState(choose(TEAM));
  viewStore.setState(back);
  expect(chosen()).toEqual(ADA);
  viewStore.setState(back);
  expect(chosen()).toBeNull();
  viewStore.setState(back);
  expect(chosen()).toBeNull();
  viewStore.setState(forward);
  viewStore.setState(forward);
  expect(chosen()).toEqual(TEAM);
  viewStore.setState(forward);
  expect(chosen()).toEqual(TEAM);
});

test("a new choice ends the way forward, and the same choice again changes nothing", () => {
  viewStore.setState(choose(ADA));
  viewStore.setState(back);
  viewStore.setState(choose(TEAM));
  expect(viewStore.getState().future).toEqual([]);
  const { past } = viewStore.getState();
  viewStore.setState(choose({ kind: "team", team: 1 }));
  expect(viewStore.getState().past).toBe(past);
});

test("a team is hidden and shown again", () => {
  viewStore.setState(toggleTeam(2));
  viewStore.setState(toggleTeam(1));
  viewStore.setState(toggleTeam(2));
  expect(viewStore.getState().hiddenTeams).toEqual(new Set([1]));
  viewStore.setState(showAllTeams);
  expect(viewStore.getState().hiddenTeams.size).toBe(0);
});

test("another counting forgets what was meant by team, and keeps the person, camera and layout", () => {
  viewStore.setState(choose(ADA));
  viewStore.setState(toggleTeam(1));
  viewStore.setState(layOut("plain"));
  viewStore.setState(moveCamera({ x: 0.1, y: 0.2, ratio: 0.5 }));
  viewStore.setState(countBy("full"));
  expect(viewStore.getState()).toMatchObject({
    counting: "full",
    choice: ADA,
    layoutMode: "plain",
    camera: { x: 0.1, y: 0.2, ratio: 0.5 },
  });
  expect(viewStore.getState().hiddenTeams.size).toBe(0);
  viewStore.setState(choose(TEAM));
  viewStore.setState(countBy("paper"));
  expect(chosen()).toBeNull();
});

test("arriving at what was chosen before, or after, goes there without a new entry", () => {
  viewStore.setState(viewStore.getInitialState(), true);
  const [ada, ben] = [0, 1].map((author) => ({ kind: "author", author }) as const);
  viewStore.setState(choose(ada));
  viewStore.setState(choose(ben));
  viewStore.setState(arriveAt(ada));
  expect(viewStore.getState()).toMatchObject({ choice: ada, past: [null], future: [ben] });
  viewStore.setState(arriveAt(ben));
  expect(viewStore.getState()).toMatchObject({ choice: ben, past: [null, ada], future: [] });
  viewStore.setState(arriveAt(null));
  expect(viewStore.getState()).toMatchObject({ choice: null, past: [null, ada, ben], future: [] });
});
