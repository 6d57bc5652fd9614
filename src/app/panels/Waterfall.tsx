import type { Evidence } from "../../model/identity.ts";
import { bandInWords, oddsInWords, stepsInWords } from "../../scene/identity-wording.ts";

/** Widest bar, in odds; what weighs more is as wide. */
const WIDEST = 5;

/** The evidence of a case, one row each, and what it adds up to. */
export function Waterfall({ evidence, score }: { evidence: readonly Evidence[]; score: number }) {
  const odds = stepsInWords(evidence);
  return (
    <table className="waterfall">
      <caption className="visually-hidden">Evidence, in natural-log odds that the two are one person</caption>
      <tbody>
        {evidence.map(({ kind, weight, detail }, i) => (
          <tr key={`${kind} ${detail}`}>
            <td>
              <bdi dir="auto">{detail}</bdi>
            </td>
            <td className="waterfall-bar" aria-hidden="true">
              <span
                className={weight < 0 ? "bar-against" : "bar-for"}
                style={{ inlineSize: `${(Math.min(WIDEST, Math.abs(weight)) / WIDEST) * 50}%` }}
              />
            </td>
            <td className="number">{odds[i]}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {bandInWords(score)}
          </th>
          <td className="number">{oddsInWords(score)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
