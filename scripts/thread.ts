import { type MessagePort, workerData } from "node:worker_threads";
import { tableBytes } from "../src/dataset/write-dataset.ts";
import { type TextWork, type Writers, workOnTexts } from "../src/pipeline/text-work.ts";
import { takeStarts } from "./start-threads.ts";
import type { Answer, Task, Tasks } from "./thread-tasks.ts";

// The other end of `SecondThread`: this file is run by a worker, and nobody imports it.
const { port, answers }: { readonly port: MessagePort; readonly answers: Int32Array } = workerData;

let work: TextWork | undefined;
let writers: Writers | undefined;
let number = 0;

function done(task: Task): Tasks[keyof Tasks]["output"] {
  switch (task.name) {
    case "texts":
      work = workOnTexts(task.input.papers, task.input.vocabulary);
      return work.fields()();
    case "writers":
      writers = task.input;
      return undefined;
    case "names":
      if (work === undefined || writers === undefined) throw new Error("Teams are named after texts and writers.");
      return work.nameTeams(writers, task.input)();
    case "parts":
      if (work === undefined || writers === undefined) throw new Error("Parts are named after texts and writers.");
      return work.nameParts(writers, task.input)();
    case "starts":
      takeStarts(task.input);
      return undefined;
    case "table":
      // All teams are named by now, and the memory of their texts is wanted for the table, which has its own.
      work = undefined;
      writers = undefined;
      return tableBytes(task.input.name, task.input.values);
  }
}

function answered(task: Task): Answer {
  try {
    return { number: number++, output: done(task) };
  } catch (error) {
    return { number: number - 1, error };
  }
}

port.on("message", (task: Task) => {
  const answer = answered(task);
  // What was written here is not needed here any more: handed over, not copied.
  const isWritten = "output" in answer && answer.output instanceof Uint8Array;
  port.postMessage(answer, isWritten ? [answer.output.buffer as ArrayBuffer] : []);
  // The other thread may be asleep until the number of answers changes.
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
});
