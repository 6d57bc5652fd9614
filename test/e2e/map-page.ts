import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** The page as its users meet it: by roles, visible names, pixels. */
export class MapPage {
  readonly page: Page;
  readonly panel: Locator;
  readonly map: Locator;
  readonly legend: Locator;
  readonly search: Locator;
  /** What the panel is about. */
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "Details" });
    this.map = page.getByRole("application");
    this.legend = page.getByRole("region", { name: "Legend" });
    this.search = page.getByRole("combobox", { name: "Search people, papers, systems, teams" });
    this.heading = this.panel.getByRole("heading", { level: 2 });
  }

  /** Waits until panel and map are there and the map has had time to draw. */
  async isDrawn(): Promise<void> {
    await this.heading.waitFor();
    await this.map.locator("canvas").nth(2).waitFor({ state: "attached" });
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Back to the overview and the whole map, then to the address after `#`. */
  async startOver(hash: string): Promise<void> {
    await this.search.fill("");
    await this.search.blur();
    await this.page.mouse.move(0, 0);
    // By way of another camera, so that the whole map is a change even while the camera still moves.
    await this.goTo("at=0~0~1");
    await this.goTo("");
    const overview = this.button("Overview");
    if (await overview.isVisible()) await overview.click();
    if (hash !== "") await this.goTo(hash);
    await this.isDrawn();
  }

  /** Changes the address after `#`, as a link within the page would. */
  async goTo(hash: string): Promise<void> {
    await this.page.evaluate(
      (to) =>
        new Promise<void>((done) => {
          const before = location.hash;
          location.hash = to;
          if (location.hash === before) done();
          else window.addEventListener("hashchange", () => done(), { once: true });
        }),
      hash,
    );
  }

  /** A part of the panel by its heading. */
  section(title: string): Locator {
    return this.panel.getByRole("region", { name: title, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** Waits until the panel is about `title`. */
  async shows(title: string | RegExp): Promise<void> {
    const exact = typeof title === "string";
    await this.panel.getByRole("heading", { level: 2, name: title, exact }).waitFor();
  }

  /** Types into the search and takes the first answer once it is `label`. */
  async find(query: string, label: string | RegExp): Promise<void> {
    await this.search.fill(query);
    await this.page.getByRole("option", { name: label, selected: true }).waitFor();
    await this.search.press("Enter");
  }

  /** The address after `#`, once it has stayed as it is for as long as the app takes to write one. */
  async address(): Promise<string> {
    return this.page.evaluate(
      () =>
        new Promise<string>((found) => {
          let before = location.hash;
          let since = performance.now();
          const look = () => {
            if (location.hash !== before) since = performance.now();
            before = location.hash;
            if (performance.now() - since > 800) found(before.slice(1));
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
  }

  /** Where a place of the map (in stored positions) is drawn by the camera in an address: pixels from the middle. */
  async pixelsFromMiddle([x, y]: readonly [number, number], address: string): Promise<[number, number]> {
    const [cameraX, cameraY, ratio] = (new URLSearchParams(address).get("at") ?? "").split("~").map(Number);
    const box = await this.map.boundingBox();
    if (box === null) throw new Error("There is no map to point at.");
    const scale = Math.min(box.width, box.height) / ratio;
    return [(x - cameraX) * scale, (cameraY - y) * scale];
  }

  /** A point in pixels from the middle of the map. */
  async fromMiddle(dx = 0, dy = 0): Promise<[number, number]> {
    const box = await this.map.boundingBox();
    if (box === null) throw new Error("There is no map to point at.");
    return [box.x + box.width / 2 + dx, box.y + box.height / 2 + dy];
  }

  /** Points beside the middle of the map and waits until the map says what is there; null where nothing is. */
  async pointAt(dx: number, dy: number, said: string | null): Promise<void> {
    const [x, y] = await this.fromMiddle(dx, dy);
    const look = async () => {
      await this.page.mouse.move(x + 1, y);
      await this.page.mouse.move(x, y);
      return this.pointed();
    };
    if (said === null) await expect.poll(look).toBe("");
    else await expect.poll(look).toContain(said);
  }

  /** Points there, waits until the map says so, and clicks. */
  async clickAt(dx: number, dy: number, said: string | null): Promise<void> {
    await this.pointAt(dx, dy, said);
    await this.page.mouse.click(...(await this.fromMiddle(dx, dy)));
  }

  /** What the map says of the thing under the pointer, or reached by keys; empty where there is none. */
  async pointed(): Promise<string> {
    return (await this.page.getByRole("main").locator("p[aria-live]").textContent()) ?? "";
  }

  /** What has the keyboard, by role or element and by name. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return "nothing";
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return `${element.getAttribute("role") ?? element.localName} ${name.trim()}`;
    });
  }

  /** Widths in pixels of the page's content and of the window; the first is the greater where one can scroll sideways. */
  widths(): Promise<{ content: number; window: number }> {
    return this.page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }));
  }
}
