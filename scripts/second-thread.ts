import { existsSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { TableName } from "../src/dataset/columns.ts";
import { type AnyTable, type TableWriter, writeHere } from "../src/dataset/write-dataset.ts";
import type { PaperTexts, Pending, TextWork, TextWorker, Writers } from "../src/pipeline/text-work.ts";
import type { Answer, Task, Tasks } from "./thread-tasks.ts";

/** The largest tables by far: what papers say, and who wrote them. */
const TABLES_WRITTEN_THERE: ReadonlySet<TableName> = new Set<TableName>(["papers", "authorships"]);

/** A thread that does its tasks one by one, in the order in which they were begun. */
export class SecondThread {
  readonly #worker: Worker;
  readonly #port;
  /** Counts the answers sent. */
  readonly #answers = new Int32Array(new SharedArrayBuffer(4));
  readonly #received = new Map<number, Answer>();
  #begun = 0;

  /** Null where the thread's file is missing from the folder, by default that of the bundled command. */
  static start(folder: string = import.meta.dirname): SecondThread | null {
    const file = join(folder, "thread.js");
    return existsSync(file) ? new SecondThread(file) : null;
  }

  private constructor(file: string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(file, {
      workerData: { port: port2, answers: this.#answers },
      transferList: [port2],
    });
    // Nobody has to wait for a thread whose results are no longer wanted.
    this.#worker.unref();
    this.#port.unref();
  }

  /** Begins a task. Waiting for its result blocks this thread, and throws what the task threw. */
  begin<Name extends keyof Tasks>(name: Name, input: Tasks[Name]["input"]): Pending<Tasks[Name]["output"]> {
    const number = this.#begun++;
    this.#port.postMessage({ name, input } as Task);
    return () => {
      while (!this.#received.has(number)) this.#receive();
      const answer = this.#received.get(number);
      this.#received.delete(number);
      if (answer === undefined || "error" in answer) throw answer?.error;
      return answer.output as Tasks[Name]["output"];
    };
  }

  #receive(): void {
    const before = Atomics.load(this.#answers, 0);
    const received = receiveMessageOnPort(this.#port);
    if (received === undefined) Atomics.wait(this.#answers, 0, before);
    else this.#received.set(received.message.number, received.message);
  }

  stop(): Promise<number> {
    return this.#worker.terminate();
  }
}

/** Reads texts in the other thread. */
export function textsThere(thread: SecondThread): TextWorker {
  return (papers, vocabulary) => {
    const { ids, texts, large }: PaperTexts = papers;
    const fields = thread.begin("texts", { papers: { ids, texts, large }, vocabulary });
    let known: Writers | undefined;
    const tell = (writers: Writers): void => {
      if (known !== writers) thread.begin("writers", writers);
      known = writers;
    };
    return {
      fields: () => fields,
      nameTeams(writers, teams) {
        tell(writers);
        return thread.begin("names", teams);
      },
      nameParts(writers, parts) {
        tell(writers);
        return thread.begin("parts", parts);
      },
    } satisfies TextWork;
  };
}

/** Writes the largest tables in the other thread, and the others here. A table that was begun before is not begun again. */
export function tablesHereAndThere(thread: SecondThread): TableWriter {
  const begun = new Map<AnyTable, Pending<Uint8Array>>();
  return (name, values) => {
    if (!TABLES_WRITTEN_THERE.has(name)) return writeHere(name, values);
    const bytes = begun.get(values) ?? thread.begin("table", { name, values });
    begun.set(values, bytes);
    return bytes;
  };
}
