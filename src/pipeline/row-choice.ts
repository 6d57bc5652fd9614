/** Some rows of a table, gathered one by one, and their new numbers: for slicing many times, at the cost of the slice. */
export class RowChoice {
  /** By old row the new one, or −1. */
  readonly newRow: Int32Array;
  private chosen: number[] = [];

  constructor(rowCount: number) {
    this.newRow = new Int32Array(rowCount).fill(-1);
  }

  add(row: number): void {
    if (this.newRow[row] >= 0) return;
    this.newRow[row] = 0;
    this.chosen.push(row);
  }

  has(row: number): boolean {
    return this.newRow[row] >= 0;
  }

  /** The rows that were added, ascending; they are numbered from 0 in this order from now on. */
  rows(): Uint32Array {
    const rows = Uint32Array.from(this.chosen).sort();
    rows.forEach((row, i) => {
      this.newRow[row] = i;
    });
    return rows;
  }

  clear(): void {
    for (const row of this.chosen) this.newRow[row] = -1;
    this.chosen = [];
  }
}

/** A table of columns with some of its rows, in the order given. */
export function someRows<Table extends { readonly rowCount: number }>(table: Table, rows: Uint32Array): Table {
  const columns = Object.entries(table).map(([name, column]) => [
    name,
    name === "rowCount" ? rows.length : someValues(column, rows),
  ]);
  return Object.fromEntries(columns);
}

function someValues(column: unknown, rows: Uint32Array): unknown {
  if (column instanceof Uint32Array) return rows.map((row) => column[row]);
  if (column instanceof Float32Array) return Float32Array.from(rows, (row) => column[row]);
  if (column instanceof Float64Array) return Float64Array.from(rows, (row) => column[row]);
  const values = column as readonly unknown[];
  return Array.from(rows, (row) => values[row]);
}
