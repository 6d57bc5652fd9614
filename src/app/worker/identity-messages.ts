import type { Dataset } from "../../model/dataset.ts";
import type { Finding } from "../../model/finding.ts";
import type { IdentityChoice, IdentityDecision } from "../../model/identity.ts";

/** From the page to the worker. `open` comes first, once; every decision is applied to what it opened, not to what came of others. */
export type ToIdentity =
  | { readonly kind: "open"; readonly dataset: Dataset }
  /** `id` comes back with the answer. */
  | { readonly kind: "decide"; readonly id: number; readonly choice: IdentityChoice }
  | { readonly kind: "write"; readonly id: number; readonly decisions: readonly IdentityDecision[] }
  | { readonly kind: "read"; readonly id: number; readonly file: string; readonly text: string };

/** What a change of the map is about at a time, in this order. */
export type IdentityStage = "identity" | "teams" | "names" | "layout" | "tables";

/** From the worker to the page: `stage` any number of times, then one answer. `failed` is a bug or a want of memory. */
export type FromIdentity =
  | { readonly kind: "stage"; readonly id: number; readonly stage: IdentityStage }
  | { readonly kind: "decided"; readonly id: number; readonly dataset: Dataset }
  | { readonly kind: "written"; readonly id: number; readonly text: string }
  | {
      readonly kind: "read";
      readonly id: number;
      readonly decisions: readonly IdentityDecision[];
      readonly findings: readonly Finding[];
    }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };
