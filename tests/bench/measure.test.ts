import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { measure } from "./measure.mjs";

const node = (program: string) => ({ command: process.execPath, args: ["-e", program], cwd: import.meta.dirname });
const HOLD = "const held = Buffer.alloc(150 * 2 ** 20, 1); setTimeout(() => held.length, 300)";

test("a command's time is that of the clock", async () => {
  const { seconds } = await measure(node("setTimeout(() => {}, 400)"));
  expect(seconds).toBeGreaterThan(0.4);
});

describe.runIf(existsSync("/proc/self/task"))("on Linux", () => {
  test("memory is the most that was held, also where it was given back", async () => {
    const { megabytes } = await measure(node(HOLD));
    expect(megabytes).toBeGreaterThan(150);
  });

  test("processes that it starts count as well", async () => {
    const child = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(HOLD)}])`;
    const { megabytes } = await measure(node(child));
    expect(megabytes).toBeGreaterThan(180);
  });

  test("waiting takes no time of processors, counting does", async () => {
    const busy = await measure(node("const end = Date.now() + 400; while (Date.now() < end);"));
    const idle = await measure(node("setTimeout(() => {}, 400)"));
    expect(busy.processor).toBeGreaterThan(idle.processor ?? 1);
  });
});

test("one that fails is told of with its last words", async () => {
  await expect(measure(node("console.error('no space'); process.exit(3)"))).rejects.toThrow(/ended with 3:\nno space/);
});

test("one that is not there fails", async () => {
  await expect(measure({ command: "no-such-program", args: [], cwd: "." })).rejects.toThrow("ENOENT");
});
