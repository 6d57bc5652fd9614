import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";

const { complaints, open } = browsing();

test("the page and its worker come with a policy that names nothing but their own origin", async () => {
  const map = await open();
  const asked = map.page.waitForResponse(/worker/);
  await map.button("Let the layout run").click();
  const answers = [await map.page.request.get(inject("origin")), await asked];
  for (const answer of answers) {
    const policy = answer.headers()["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
  await map.button("Stop the layout").click();
});

test("the built page carries the same policy for hosts that send no header", async () => {
  const page = await (await fetch(inject("origin"))).text();
  expect(page).toContain('<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;');
});

test("what these tests listen for would be heard: in the page, in the worker, to another origin", async () => {
  const map = await open();
  await map.page.evaluate(() =>
    document.head.append(Object.assign(document.createElement("style"), { textContent: "p{}" })),
  );
  await expect.poll(complaints).toEqual(expect.arrayContaining([expect.stringContaining("style-src")]));

  const asked = map.page.evaluate(() => fetch("https://coterie.example/").catch(() => "refused"));
  expect(await asked).toBe("refused");
  await expect.poll(complaints).toEqual(expect.arrayContaining([expect.stringContaining("connect-src")]));

  const started = map.page.waitForEvent("worker");
  await map.button("Let the layout run").click();
  const worker = await started;
  expect(await worker.evaluate(() => fetch("https://coterie.example/").catch(() => "refused"))).toBe("refused");
  await expect.poll(complaints).toEqual(expect.arrayContaining([expect.stringContaining("connect-src")]));
  await map.button("Stop the layout").click();

  await map.page.goto("about:blank");
  await map.page.evaluate(() => fetch("https://coterie.example/").catch(() => "refused"));
  await expect.poll(complaints).toEqual(expect.arrayContaining([expect.stringContaining("another origin")]));
  complaints();
});
