import { OpenFiles } from "../controls/OpenFiles.tsx";
import { type DatasetState, drawnOf } from "../store/dataset-store.ts";
import { loadDataset } from "../store/load-dataset.ts";

/** In the place of the map while there is none: it is being read or changed as was decided before, it is missing, it is broken. */
export function DatasetNotice({ state }: { state: DatasetState }) {
  if (state.status === "loading" || drawnOf(state) !== null) {
    return (
      <p className="notice quiet" role="status">
        {state.status === "loading" ? "Reading the dataset …" : "Applying your decisions about names …"}
      </p>
    );
  }
  if (state.status === "missing" || state.status === "given") {
    const named = state.status === "missing" ? state.named : null;
    return (
      <div className="notice">
        <h2>
          {named === null ? (
            "There is no dataset here yet"
          ) : (
            <>
              There is no dataset at <bdi dir="auto">{named}</bdi>
            </>
          )}
        </h2>
        <p>
          Open bibliographies (BibTeX, RIS, Scopus, PubMed and more), drop them or a folder anywhere, or paste them.
          Nothing is uploaded: it is read in this page.
        </p>
        <p className="reading-actions">
          <OpenFiles />
        </p>
        <p>Or make one that stays, and look at it:</p>
        <pre>
          <code>npx coterie build papers.bib -o dataset{"\n"}npx coterie serve dataset</code>
        </pre>
        <p>
          <code>npx coterie --help</code> names the formats that can be read.
        </p>
        <Retry />
      </div>
    );
  }
  if (state.status === "refused") {
    return (
      <div className="notice" role="alert">
        <h2>The link cannot be opened</h2>
        <p>
          <bdi dir="auto">{state.reason}</bdi>
        </p>
        <p>What it names can be opened or dropped here as a file, once it is on this machine.</p>
        <p className="reading-actions">
          <OpenFiles />
          <a className="link" href={location.pathname}>
            Open the map beside this page
          </a>
        </p>
      </div>
    );
  }
  if (state.status === "broken") {
    return (
      <div className="notice" role="alert">
        <h2>The dataset cannot be opened</h2>
        <p>
          <bdi dir="auto">{state.reason}</bdi>
        </p>
        <p>
          If it stays like this, <code>npx coterie build … -o dataset --force</code> makes it anew. Or open
          bibliographies of your own here.
        </p>
        <p className="reading-actions">
          <Retry />
          <OpenFiles />
        </p>
      </div>
    );
  }
  return null;
}

function Retry() {
  return (
    <button type="button" className="button" onClick={() => void loadDataset()}>
      Try again
    </button>
  );
}
