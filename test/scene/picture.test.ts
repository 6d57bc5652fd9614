import fc from "fast-check";
import { expect, test } from "vitest";
import { weakerHalves, withoutStrongest } from "../../src/scene/cast-columns.ts";
import { authorColour, authorHue, authorRing, isTieVisible, tieHue, tieWidth } from "../../src/scene/looks.ts";
import { PALETTES } from "../../src/scene/palette.ts";
import { castOf, type Moment, type Picture, pictureOf } from "../../src/scene/picture.ts";
import type { Choice } from "../../src/scene/view.ts";
import { ADA, BEN, BIG_ONE, CLEO, DORA, GNN, GUS, HANA, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const CALM: Moment = { hiddenTeams: new Set(), years: null, choice: null, hover: null, near: false };
const BIG_PAPER = 5;

function picture(moment: Partial<Moment> = {}): Picture {
  return pictureOf(castOf(smallDataset(), smallIncidence(), "paper", "light"), { ...CALM, ...moment });
}

function choices(): fc.Arbitrary<Choice | null> {
  const author = fc.integer({ min: 0, max: 11 });
  return fc.oneof(
    fc.constant(null),
    author.map((row): Choice => ({ kind: "author", author: row })),
    fc.tuple(author, author).map(([a, b]): Choice => ({ kind: "tie", a, b })),
    fc.integer({ min: 0, max: 2 }).map((team): Choice => ({ kind: "team", team })),
    fc.integer({ min: 0, max: 7 }).map((paper): Choice => ({ kind: "paper", paper })),
  );
}

test("what is hidden is never drawn, whatever is chosen, hovered or near", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 2 })),
      choices(),
      choices(),
      fc.boolean(),
      (hidden, choice, hover, near) => {
        const drawn = picture({ hiddenTeams: new Set(hidden), choice, hover, near });
        const { cast, authorVisible } = drawn;
        const { a, b } = cast.dataset.coauthorships;
        cast.partition.team.forEach((team, author) => {
          expect(authorVisible[author]).toBe(team !== null && hidden.includes(team) ? 0 : 1);
        });
        a.forEach((_, row) => {
          if (isTieVisible(drawn, row)) expect([authorVisible[a[row]], authorVisible[b[row]]]).toEqual([1, 1]);
        });
      },
    ),
  );
});

test("the area of an author is proportional to their papers, within 3 to 14 pixels", () => {
  const { radius, dataset } = picture().cast;
  for (let author = 0; author < radius.length; author++) {
    expect(radius[author]).toBeGreaterThanOrEqual(3);
    expect(radius[author]).toBeLessThanOrEqual(14);
    expect(radius[author] ** 2 / dataset.authors.papers[author]).toBeCloseTo(radius[GUS] ** 2, 3);
  }
});

test("a bridge has a ring in its second team's colour and nobody else has one", () => {
  const drawn = picture();
  const { cast } = drawn;
  const ringed = [...cast.radius.keys()].filter((author) => authorRing(drawn, author) !== null);
  expect(ringed).toEqual(cast.bridges.map(({ author }) => author).sort((a, b) => a - b));
  for (const { author, towards } of cast.bridges) {
    expect(cast.partition.inside[author]).toBeLessThan(0.6);
    expect(towards).not.toBe(cast.partition.team[author]);
    expect(authorRing(drawn, author)).toBe(cast.colours.fill[towards]);
  }
});

test("width grows with the root of the weight, down to the thinnest line", () => {
  const drawn = picture({ near: true });
  const { cast } = drawn;
  const { weightPaper } = cast.dataset.coauthorships;
  const heaviest = weightPaper.indexOf(Math.max(...weightPaper));
  weightPaper.forEach((weight, row) => {
    const expected = tieWidth(drawn, heaviest) * Math.sqrt(weight / weightPaper[heaviest]);
    expect(tieWidth(drawn, row)).toBeCloseTo(Math.max(0.7, expected), 4);
  });
});

test("ties inside a team have its hue and ties between teams are grey", () => {
  const { cast } = picture();
  const { a, b } = cast.dataset.coauthorships;
  a.forEach((_, row) => {
    const [one, other] = [cast.partition.team[a[row]], cast.partition.team[b[row]]];
    expect(tieHue(cast, row)).toBe(one !== null && one === other ? cast.colours.fill[one] : PALETTES.light.between);
  });
});

test("of each group the half with the least weight is weak, later rows first among equals", () => {
  const weights = Float64Array.of(3, 1, 1, 2, 9, 5, 5);
  const groups = Int32Array.of(0, 0, 0, 0, -1, -1, -1);
  expect([...weakerHalves(weights, groups)]).toEqual([0, 1, 1, 0, 0, 0, 1]);
});

test("nobody's strongest tie is weak", () => {
  // 0–1 and 0–2 weigh the same, 1–2 less: the strongest of 0 and 1 is the first, that of 2 the second.
  const ties = { a: Uint32Array.of(0, 0, 1), b: Uint32Array.of(1, 2, 2) };
  expect([...withoutStrongest(Uint8Array.of(1, 1, 1), Float64Array.of(0.5, 0.5, 0.1), ties)]).toEqual([0, 0, 1]);
});

test("the weaker half appears when near, and the weak ties of an author with the author", () => {
  const { cast } = picture();
  expect([...cast.weak]).toContain(1);
  const drawn = (moment: Partial<Moment>) => {
    const shown = picture(moment);
    return [...cast.weak.keys()].map((row) => (isTieVisible(shown, row) ? 1 : 0));
  };
  expect(drawn({})).toEqual([...cast.weak].map((weak) => 1 - weak));
  expect(drawn({ near: true })).toEqual([...cast.weak].map(() => 1));
  const { a, b } = cast.dataset.coauthorships;
  drawn({ hover: { kind: "author", author: ADA } }).forEach((visible, row) => {
    expect(visible).toBe(a[row] === ADA || b[row] === ADA || cast.weak[row] === 0 ? 1 : 0);
  });
});

test("hovering an author leaves the coauthors as they are and fades the rest", () => {
  const drawn = picture({ hover: { kind: "author", author: BEN } });
  expect(drawn.authorFaded[ADA]).toBe(0);
  expect(drawn.authorFaded[CLEO]).toBe(0);
  expect(drawn.authorFaded[GUS]).toBe(1);
  expect(authorColour(drawn, CLEO)).toBe(authorHue(drawn.cast, CLEO));
  expect(authorColour(drawn, GUS)).not.toBe(authorHue(drawn.cast, GUS));
});

test("what is hovered comes before what is chosen", () => {
  const chosen = picture({ choice: { kind: "team", team: GNN }, hover: { kind: "team", team: MLOPS } });
  expect(chosen.authorFaded[DORA]).toBe(1);
  expect(chosen.authorFaded[BEN]).toBe(0);
});

test("a large paper rings those of its authors who are in teams and sends a spoke to each author", () => {
  const drawn = picture({ choice: { kind: "paper", paper: BIG_PAPER } });
  const { focus } = drawn;
  expect([...(focus?.ringed ?? [])].sort()).toEqual([ADA, DORA]);
  expect(authorRing(drawn, ADA)).toBe(PALETTES.light.ink);
  expect(focus?.spokes.map(({ author }) => author)).toEqual([ADA, DORA, HANA, HANA + 1, HANA + 2, HANA + 3]);
});

test("nobody has spokes until a large paper, or someone only it knows, is asked for", () => {
  expect(picture().focus).toBeNull();
  expect(picture({ choice: { kind: "author", author: ADA } }).focus?.spokes).toEqual([]);
  expect(picture({ choice: { kind: "team", team: BIG_ONE } }).focus?.spokes).toEqual([]);
  expect(picture({ hover: { kind: "author", author: HANA } }).focus?.spokes).toEqual([
    { paper: BIG_PAPER, author: HANA },
  ]);
});
