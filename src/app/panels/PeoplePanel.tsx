import { useMemo, useState } from "react";
import { type PeopleOrder, peopleOnPage } from "../../scene/people-table.ts";
import { counted } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { PersonLink } from "./PersonLink.tsx";

const PAGE = 50;
const COLUMNS: readonly { readonly order: PeopleOrder; readonly label: string; readonly number: boolean }[] = [
  { order: "name", label: "Name", number: false },
  { order: "team", label: "Team", number: false },
  { order: "papers", label: "Papers", number: true },
  { order: "coauthors", label: "Coauthors", number: true },
];
/** Of a given network: its ties, and papers only where the file counts them. */
const GIVEN_COLUMNS = COLUMNS.map((column) => (column.order === "coauthors" ? { ...column, label: "Ties" } : column));
const TIES_COLUMNS = GIVEN_COLUMNS.filter(({ order }) => order !== "papers");

/** Everybody on the map as a table, so that it can be used without being seen. */
export function PeoplePanel() {
  const { dataset, partition } = useScene();
  const { network } = dataset.manifest;
  const withPapers = network === undefined || network.countsPapers;
  const columns = network === undefined ? COLUMNS : withPapers ? GIVEN_COLUMNS : TIES_COLUMNS;
  const [order, setOrder] = useState<PeopleOrder>(withPapers ? "papers" : "coauthors");
  const [reversed, setReversed] = useState(false);
  const [page, setPage] = useState(0);
  const people = dataset.authors.rowCount;
  const shown = useMemo(
    () => peopleOnPage(dataset, partition, order, reversed, page * PAGE, PAGE),
    [dataset, partition, order, reversed, page],
  );
  const sortBy = (column: PeopleOrder) => {
    setReversed(column === order && !reversed);
    setOrder(column);
    setPage(0);
  };
  return (
    <article>
      <h2>All people</h2>
      <p className="figures">
        {network === undefined ? counted(people, "author") : counted(people, "person", "people")}
      </p>
      <div className="table-scroll">
        <table className="people-table" aria-rowcount={people + 1}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.order}
                  scope="col"
                  className={column.number ? "number" : undefined}
                  aria-sort={column.order === order ? sortDirection(column.number, reversed) : undefined}
                >
                  <button type="button" className="link" onClick={() => sortBy(column.order)}>
                    {column.label}
                    {column.order === order && (
                      <span aria-hidden="true">{column.number !== reversed ? " ↓" : " ↑"}</span>
                    )}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((author, i) => {
              const team = partition.team[author];
              return (
                <tr key={author} aria-rowindex={page * PAGE + i + 2}>
                  <th scope="row">
                    <PersonLink author={author} />
                  </th>
                  <td>
                    <bdi dir="auto">{team === null ? "—" : partition.teams.name[team]}</bdi>
                  </td>
                  {withPapers && <td className="number">{dataset.authors.papers[author]}</td>}
                  <td className="number">{dataset.authors.coauthors[author]}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Pages page={page} pages={Math.ceil(people / PAGE)} onPage={setPage} />
    </article>
  );
}

/** Numbers are wanted greatest first, words from A. */
function sortDirection(number: boolean, reversed: boolean): "ascending" | "descending" {
  return number === reversed ? "ascending" : "descending";
}

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label="Pages of the table">
      <button type="button" className="button button-small" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous
      </button>
      <span className="number">
        {page + 1} of {pages}
      </span>
      <button
        type="button"
        className="button button-small"
        disabled={page >= pages - 1}
        onClick={() => onPage(page + 1)}
      >
        Next
      </button>
    </nav>
  );
}
