import { expect, test } from "vitest";
import { browserCandidates, installWays, type Machine } from "../e2e/browser.ts";

const machine: Machine = {
  platform: "linux",
  root: true,
  chromePath: "/opt/my-chrome",
  playwrightPath: "/home/me/.cache/ms-playwright/chromium/chrome",
  path: ["/usr/bin"],
  programFiles: [],
  apt: true,
};

test("CHROME_PATH comes first, then Playwright's own browser, then the system's", () => {
  expect(browserCandidates(machine).slice(0, 5)).toEqual([
    "/opt/my-chrome",
    "/home/me/.cache/ms-playwright/chromium/chrome",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/chromium",
  ]);
  const none = { ...machine, chromePath: undefined, playwrightPath: undefined };
  expect(browserCandidates(none)[0]).toBe("/usr/bin/google-chrome");
});

test("on a Mac the applications are looked at as well", () => {
  expect(browserCandidates({ ...machine, platform: "darwin" })).toContain(
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  );
});

test("a browser is installed by Playwright, or by apt where that fails and root may", () => {
  const ways = installWays(machine, "cli.js").map((way) => way.map(({ args }) => args.join(" ")));
  expect(ways).toEqual([
    ["cli.js install chromium"],
    ["cli.js install chromium", "cli.js install-deps chromium"],
    ["update", "install -y --no-install-recommends chromium"],
  ]);
  const user = installWays({ ...machine, root: false }, "cli.js").map((way) => way.map(({ args }) => args.join(" ")));
  expect(user).toEqual([["cli.js install chromium"]]);
});
