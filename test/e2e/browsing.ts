import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { launch } from "./browser.ts";
import { MapPage } from "./map-page.ts";
import { watch } from "./watch.ts";

interface Visit extends BrowserContextOptions {
  /** Where the app is served; the seeds where nothing is said. */
  readonly origin?: string;
  /** Runs in the page before the app does. */
  readonly before?: string;
  /** Does something to the browser before it goes anywhere. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  /** Complaints that this visit provokes on purpose. */
  readonly expected?: RegExp;
}

interface Browsing {
  /** A new page, with nothing kept from others, at the address after `#`; waits for nothing of the app. */
  visit(hash?: string, visit?: Visit): Promise<MapPage>;
  /** The same, once the map and its panel are there. */
  open(hash?: string, visit?: Visit): Promise<MapPage>;
  /** The page that the tests of the file share, brought to the address after `#`: what a user who stays would see. */
  stay(hash?: string): Promise<MapPage>;
  /** What went wrong in the pages of this test until now; seen here, it no longer fails the test. */
  complaints(): string[];
}

/**
 * Lends the tests of a file the shared browser, or one of their own with other `args`. After each test: nothing may have been
 * refused by the page's policy, thrown, logged as an error, or asked of another origin, by pages or their workers.
 */
export function browsing(args?: readonly string[]): Browsing {
  let browser: Browser;
  let shared: MapPage | undefined;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = args ? await launch(inject("executablePath"), args) : await chromium.connect(inject("browser"));
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const heard = complaints;
    contexts = [];
    complaints = [];
    expect(heard).toEqual([]);
  });

  const visit = async (hash = "", { origin = inject("origin"), before, prepare, expected, ...options }: Visit = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      // Flights of the camera are for people; a test that is about them asks for them.
      reducedMotion: "reduce",
      colorScheme: "light",
      ...options,
    });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    await watch(context, origin, (complaint) => {
      if (!expected?.test(complaint)) complaints.push(complaint);
    });
    await prepare?.(context);
    if (before !== undefined) await context.addInitScript(before);
    const page = await context.newPage();
    await page.goto(`${origin}/${hash === "" ? "" : `#${hash}`}`);
    return new MapPage(page);
  };

  const open = async (hash?: string, options?: Visit) => {
    const map = await visit(hash, options);
    await map.isDrawn();
    return map;
  };

  return {
    visit,
    open,
    async stay(hash = "") {
      if (shared === undefined) {
        shared = await open(hash, { permissions: ["clipboard-read", "clipboard-write"] });
        contexts = contexts.filter((context) => context !== shared?.page.context());
      } else await shared.startOver(hash);
      return shared;
    },
    complaints: () => complaints.splice(0),
  };
}
