import type { Counting } from "../model/counting.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";

/** `make`, asked once for each object and remembered as long as somebody holds it; what is made must follow from the object alone. */
export function once<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, { readonly made: Made }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.made;
    const made = make(key);
    known.set(key, { made });
    return made;
  };
}

/** `make`, asked once for each dataset and counting; the incidence is that of the dataset. */
export function onceByCounting<Made>(
  make: (dataset: Dataset, incidence: Incidence, counting: Counting) => Made,
): (dataset: Dataset, incidence: Incidence, counting: Counting) => Made {
  const byCounting = once((_: Dataset) => new Map<Counting, { readonly made: Made }>());
  return (dataset, incidence, counting) => {
    const known = byCounting(dataset).get(counting);
    if (known !== undefined) return known.made;
    const made = make(dataset, incidence, counting);
    byCounting(dataset).set(counting, { made });
    return made;
  };
}
