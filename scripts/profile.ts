/** What each stage of a command took, for `--profile`: a stage may be entered several times. */
export interface Profile {
  enter(stage: string): void;
  /** Lines of a table: seconds of wall and processor, share of the wall, and the memory held when the stage was last left. */
  lines(): readonly string[];
}

interface Spent {
  wall: number;
  cpu: number;
  memory: number;
}

export function profile(): Profile {
  const spent = new Map<string, Spent>();
  let stage = "starting";
  let from = { wall: performance.now(), cpu: process.cpuUsage() };

  const leave = (): void => {
    const { user, system } = process.cpuUsage(from.cpu);
    const sum = spent.get(stage) ?? { wall: 0, cpu: 0, memory: 0 };
    sum.wall += (performance.now() - from.wall) / 1000;
    sum.cpu += (user + system) / 1e6;
    sum.memory = process.memoryUsage.rss() / 1e6;
    spent.set(stage, sum);
    from = { wall: performance.now(), cpu: process.cpuUsage() };
  };
  return {
    enter(next) {
      leave();
      stage = next;
    },
    lines() {
      leave();
      const all = [...spent.values()].reduce((sum, { wall }) => sum + wall, 0);
      const total = [...spent.values()].reduce((sum, { cpu }) => sum + cpu, 0);
      const row = (name: string, wall: string, cpu: string, share: string, memory: string) =>
        `${name.padEnd(10)} ${wall.padStart(9)} ${cpu.padStart(9)} ${share.padStart(6)} ${memory.padStart(8)}`;
      return [
        row("stage", "wall", "cpu", "share", "memory"),
        ...[...spent].map(([name, { wall, cpu, memory }]) =>
          row(
            name,
            `${wall.toFixed(2)} s`,
            `${cpu.toFixed(2)} s`,
            `${((100 * wall) / all).toFixed(0)} %`,
            `${memory.toFixed(0)} MB`,
          ),
        ),
        row("all", `${all.toFixed(2)} s`, `${total.toFixed(2)} s`, "100 %", ""),
      ];
    },
  };
}
