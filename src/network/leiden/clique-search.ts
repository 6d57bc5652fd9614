import { cliqueCounts } from "./clique-counts.ts";
import { authorsOnCliques, leastMassOnCliques, membersByTimes } from "./clique-sums.ts";
import { type CliqueRows, weightsOnCliques } from "./search-network.ts";

/** How many communities of each paper a node looks at first, and at most; in between twice as many each time. */
const FIRST_LOOK = 2;
const LAST_LOOK = 64;

/** Far below any weight there is, so that adding a weight leaves no trace of it: marks a community as met. */
const MET = 2 ** -1000;

/** What implicit papers say of where a node is to go. */
export interface CliqueSearch {
  /** What each node weighs towards all others on implicit papers. */
  readonly most: Float64Array;
  /**
   * Adds what the implicit papers of node `i` weigh to the communities that may be the best for it, and leaves these alone, with
   * `own`, among those met: `met[m]` for m below the number given and returned, each with its whole weight in `weightTo`; all
   * others have a weight of 0 again. Where `own` alone is left it is the best, and weighs at least what `weightTo` says.
   */
  meet(i: number, own: number, price: number, metBefore: number): number;
  /** Of the node asked last: no community that `meet` did not leave among those met gains more than this by its coming. */
  readonly others: () => number;
  /** Tells that node `i` has moved; `community` still has it where it was. */
  move(i: number, from: number, to: number): void;
}

/**
 * Search among the communities on implicit papers for the one of the highest gain w(i, c) − price · M_c, with M in `total`; to
 * stay or to go where nobody is gains 0 at least. On each paper communities stand by falling number of authors, so whoever was not
 * met has no more there than the next of the list: a node looks down its papers' lists side by side until the best met
 * beats what these bounds leave to the others (the threshold algorithm of Fagin, Lotem & Naor 2003,
 * doi:10.1016/S0022-0000(03)00026-6). That is exact unless `LAST_LOOK` comes first. Who was a community of one from the beginning stands
 * on no list, but is one of the members still `alone`; these are looked at only where no larger community weighs more.
 */
export function cliqueSearch(
  cliques: CliqueRows,
  community: Int32Array,
  mass: Float64Array,
  total: Float64Array,
  weightTo: Float64Array,
  met: Uint32Array,
): CliqueSearch {
  const { offsets, nodeOffsets, cliqueOf, ownTimes, weights } = cliques;
  const { first, end, ranked, authors, placeOf, add } = cliqueCounts(cliques);
  const most = weightsOnCliques(cliques, community.length);
  const authorsOn = authorsOnCliques(cliques);
  const leastMass = leastMassOnCliques(cliques, mass);
  const { members, times } = membersByTimes(cliques);
  /** Before this one, nobody on the paper is alone. */
  const nextAlone = offsets.slice(0, offsets.length - 1);

  // 1 for communities that stand on lists; the others have one node, or none.
  const isListed = new Uint8Array(community.length);
  const nodeOf = new Int32Array(community.length).fill(-1);
  for (let i = 0; i < community.length; i++) {
    if (nodeOf[community[i]] >= 0) isListed[community[i]] = 1;
    nodeOf[community[i]] = i;
  }
  const put = (i: number, c: number, sign: number): void => {
    for (let k = nodeOffsets[i]; k < nodeOffsets[i + 1]; k++) add(cliqueOf[k], c, sign * ownTimes[k]);
  };
  for (let i = 0; i < community.length; i++) if (isListed[community[i]] === 1) put(i, community[i], 1);

  /** What the papers of both weigh between two nodes. */
  const between = (i: number, j: number): number => {
    let sum = 0;
    let l = nodeOffsets[j];
    const last = nodeOffsets[j + 1];
    for (let k = nodeOffsets[i]; k < nodeOffsets[i + 1] && l < last; k++) {
      while (l < last && cliqueOf[l] < cliqueOf[k]) l++;
      if (l < last && cliqueOf[l] === cliqueOf[k]) sum += weights[cliqueOf[k]] * ownTimes[k] * ownTimes[l];
    }
    return sum;
  };

  const held = { nodeOffsets, cliqueOf, ownTimes, weights, first, end, ranked, authors, weightTo, met, total };
  let others = 0;
  return {
    most,
    others: () => others,
    meet(i, own, price, metBefore) {
      const { nodeOffsets, cliqueOf, ownTimes, weights, first, end, ranked, authors, weightTo, met, total } = held;
      const from = nodeOffsets[i];
      const to = nodeOffsets[i + 1];
      let metCount = metBefore;
      if (weightTo[own] === 0) {
        weightTo[own] = MET;
        met[metCount++] = own;
      }
      // What a community that was met can weigh beyond what is added up in `weightTo`; beside a tie, and alone.
      let rest = most[i];
      let restTied = rest;
      // What others can gain: on lists, and alone.
      const floor = price * leastMass;
      let unmet = 0;
      for (let k = from; k < to; k++) {
        const open = ownTimes[k] - floor;
        if (open > 0) unmet += weights[cliqueOf[k]] * open * authorsOn[cliqueOf[k]];
      }
      let unmetAlone = unmet;
      let least = 0;
      let judged = 0;
      let looked = 0;
      let lookedAlone = 0;
      for (;;) {
        for (; judged < metCount; judged++) {
          const gain = weightTo[met[judged]] - price * total[met[judged]];
          if (gain > least) least = gain;
        }
        if (unmet > least && looked < LAST_LOOK) {
          const before = looked;
          looked = looked === 0 ? FIRST_LOOK : 2 * looked;
          rest = 0;
          restTied = 0;
          unmet = 0;
          unmetAlone = 0;
          for (let k = from; k < to; k++) {
            const q = cliqueOf[k];
            const weight = weights[q] * ownTimes[k];
            const open = ownTimes[k] > floor ? weight - weights[q] * floor : 0;
            const last = Math.min(first[q] + looked, end[q]);
            for (let at = first[q] + before; at < last; at++) {
              const c = ranked[at];
              if (weightTo[c] === 0) {
                met[metCount++] = c;
                weightTo[c] = MET;
              }
              weightTo[c] += weight * (c === own ? authors[at] - ownTimes[k] : authors[at]);
            }
            if (last < end[q]) {
              rest += weight * authors[last];
              unmet += open * authors[last];
            }
            let alone = nextAlone[q];
            while (alone < offsets[q + 1] && isListed[community[members[alone]]] === 1) alone++;
            nextAlone[q] = alone;
            if (alone < offsets[q + 1]) {
              restTied += weight * times[alone];
              unmetAlone += open * times[alone];
            }
          }
          judged = 0;
        } else if (unmetAlone > least && lookedAlone < LAST_LOOK) {
          // Larger communities weigh more than this on most papers; it is for the very beginning.
          lookedAlone = lookedAlone === 0 ? FIRST_LOOK : 2 * lookedAlone;
          unmetAlone = 0;
          for (let k = from; k < to; k++) {
            const q = cliqueOf[k];
            let alone = nextAlone[q];
            const lastAlone = Math.min(alone + lookedAlone, offsets[q + 1]);
            for (; alone < lastAlone; alone++) {
              const c = community[members[alone]];
              if (isListed[c] === 1 || weightTo[c] !== 0) continue;
              met[metCount++] = c;
              weightTo[c] = between(i, members[alone]);
            }
            if (alone < offsets[q + 1] && ownTimes[k] > floor) {
              unmetAlone += weights[q] * (ownTimes[k] - floor) * times[alone];
            }
          }
        } else break;
      }

      let left = 0;
      others = Math.max(unmet, unmetAlone);
      for (let m = 0; m < metCount; m++) {
        const c = met[m];
        const isTiedAlone = m < metBefore && isListed[c] === 0;
        const gain = weightTo[c] + (isTiedAlone ? restTied : rest) - price * total[c];
        if (c !== own && gain < least) {
          weightTo[c] = 0;
          if (gain > others) others = gain;
        } else {
          if (isTiedAlone && c !== own) weightTo[c] += between(i, nodeOf[c]);
          met[left++] = c;
        }
      }
      if (left === 1 && weightTo[own] >= price * total[own]) return 1;
      for (let k = from; k < to; k++) {
        const q = cliqueOf[k];
        const seen = first[q] + looked;
        if (seen >= end[q]) continue;
        const weight = weights[q] * ownTimes[k];
        for (let m = 0; m < left; m++) {
          const c = met[m];
          if (isListed[c] === 0) continue;
          const place = placeOf(q, c);
          if (place >= seen) weightTo[c] += weight * (c === own ? authors[place] - ownTimes[k] : authors[place]);
        }
      }
      return left;
    },
    move(i, from, to) {
      // An empty community comes on the lists when somebody goes there, and stays.
      if (isListed[from] === 1) put(i, from, -1);
      if (isListed[to] === 0) {
        isListed[to] = 1;
        const other = nodeOf[to];
        if (community[other] === to) put(other, to, 1);
      }
      put(i, to, 1);
    },
  };
}
