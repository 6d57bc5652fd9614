import type { DecidedName, IdentityDecision } from "../model/identity.ts";
import { byCodeUnit } from "../model/order.ts";
import { foldedName } from "./name-forms.ts";

/**
 * Decisions in the one order in which they are applied and written: by action, then by folded name, papers, the other
 * side, label. Two that say the same of the same names, as names are compared, are one; the two sides of `same` and
 * `different` have an order of their own. Of two that contradict each other the first counts, so `different` wins over
 * `same`: two people taken for one are harder to notice than one taken for two.
 */
export function canonicalDecisions(decisions: readonly IdentityDecision[]): IdentityDecision[] {
  const keyed = decisions.map((decision) => keyedDecision(decision));
  keyed.sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(a.spelling, b.spelling));
  return keyed.filter(({ key }, at) => at === 0 || key !== keyed[at - 1].key).map(({ decision }) => decision);
}

interface KeyedDecision {
  readonly decision: IdentityDecision;
  /** Equal for decisions that say the same. */
  readonly key: string;
  /** Tells apart how the names of such decisions are spelled. */
  readonly spelling: string;
}

function keyedDecision(decision: IdentityDecision): KeyedDecision {
  const one = canonicalName(decision.one);
  if (decision.action === "same" || decision.action === "different") {
    const other = canonicalName(decision.other);
    const [first, second] = byCodeUnit(nameKey(one), nameKey(other)) <= 0 ? [one, other] : [other, one];
    return {
      decision: { action: decision.action, one: first, other: second },
      key: [decision.action, nameKey(first), nameKey(second)].join("\n"),
      spelling: `${first.name}\n${second.name}`,
    };
  }
  const { action, label } = decision;
  return {
    decision:
      action === "display" ? { action, one, label } : { action, one, ...(label === undefined ? {} : { label }) },
    key: [action, nameKey(one), label ?? ""].join("\n"),
    spelling: one.name,
  };
}

function canonicalName({ name, papers }: DecidedName): DecidedName {
  return { name, papers: [...new Set(papers)].sort(byCodeUnit) };
}

/** Which authorships a side means. A folded name holds no line end and a paper id no white space. */
function nameKey({ name, papers }: DecidedName): string {
  return [foldedName(name), ...papers].join("\t");
}
