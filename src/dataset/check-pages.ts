import { type FileMetaData, type RowGroup, snappyUncompress } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { checkThrift } from "./check-thrift.ts";

// Snappy's longest copy makes 64 bytes out of 3.
const SNAPPY_MOST = 22;

/**
 * Checks, before anything is decoded, that every page of a Parquet file is one that our writer makes and that the sizes
 * and run lengths it claims fit its bytes and its rows. The decoder believes all of them: one run of a few bytes may
 * claim 2³⁰ values, and would be written out one by one. Throws where something does not fit.
 */
export function checkPages(file: ArrayBuffer, metadata: FileMetaData): void {
  const bytes = new Uint8Array(file);
  let rows = 0;
  for (const group of metadata.row_groups) {
    const groupRows = Number(group.num_rows);
    rows += groupRows;
    need(group.columns.length === metadata.schema.length - 1 && groupRows > 0);
    for (const [i, chunk] of group.columns.entries()) {
      const element = metadata.schema[i + 1];
      const levels = element.repetition_type === "OPTIONAL" ? 1 : 0;
      checkChunk(bytes, chunk, element.name, levels, groupRows);
    }
  }
  need(rows === Number(metadata.num_rows));
}

/** Checks the footer of a Parquet file, so that parsing it is safe. */
export function checkFooter(file: ArrayBuffer): void {
  const view = new DataView(file);
  const end = view.byteLength - 8;
  need(end >= 4 && view.getUint32(0, true) === view.getUint32(end + 4, true));
  const length = view.getUint32(end, true);
  need(length <= end);
  checkThrift(new Uint8Array(file), end - length, end);
}

function checkChunk(
  bytes: Uint8Array,
  chunk: RowGroup["columns"][number],
  name: string,
  levels: number,
  rows: number,
): void {
  const meta = chunk.meta_data;
  need(meta !== undefined && chunk.file_path === undefined);
  if (meta === undefined) return;
  need(meta.path_in_schema.length === 1 && meta.path_in_schema[0] === name && meta.codec === "SNAPPY");
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
  const end = start + Number(meta.total_compressed_size);
  need(start >= 4 && start < end && end <= bytes.length);

  let left = rows;
  for (let at = start; at < end; ) {
    const reader = { view: new DataView(bytes.buffer, 0, checkThrift(bytes, at, end)), offset: at };
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    need(size >= 0 && size <= end - reader.offset);
    need(header.uncompressed_page_size >= 0 && header.uncompressed_page_size <= SNAPPY_MOST * size + 64);
    const page = bytes.subarray(reader.offset, reader.offset + size);
    at = reader.offset + size;

    if (header.type === "DICTIONARY_PAGE") {
      const values = header.dictionary_page_header?.num_values ?? -1;
      need(values >= 0 && values <= rows);
    } else {
      left -= checkDataPage(page, header, meta.type === "BOOLEAN", levels, left);
    }
  }
  need(left === 0);
}

/** Returns the number of rows of the page. */
function checkDataPage(
  page: Uint8Array,
  header: ReturnType<typeof parquetHeader>,
  boolean: boolean,
  levels: number,
  rowsLeft: number,
): number {
  const data = header.data_page_header_v2;
  need(header.type === "DATA_PAGE_V2" && data !== undefined);
  if (data === undefined) return 0;
  const { num_values: rows, num_nulls: nulls, definition_levels_byte_length: levelBytes } = data;
  need(rows >= 1 && rows <= rowsLeft && data.num_rows === rows && nulls >= 0 && nulls <= rows * levels);
  need(data.repetition_levels_byte_length === 0 && levelBytes >= 0 && levelBytes <= page.length);
  need(levels === 0 ? levelBytes === 0 : true);
  if (levels > 0) checkRuns(page.subarray(0, levelBytes), 1, rows);

  need(data.encoding === "PLAIN" || data.encoding === "RLE_DICTIONARY" || data.encoding === "RLE");
  if (data.encoding !== "PLAIN" && rows > nulls) {
    need(data.is_compressed !== false && header.uncompressed_page_size >= levelBytes);
    const values = new Uint8Array(header.uncompressed_page_size - levelBytes);
    snappyUncompress(page.subarray(levelBytes), values);
    // Booleans begin with the length of their runs, indices into a dictionary with their width.
    if (data.encoding === "RLE") need(boolean && values.length >= 4);
    else need(values.length >= 1 && values[0] <= 24);
    if (data.encoding === "RLE") checkRuns(values.subarray(4), 1, rows - nulls);
    else if (values[0] > 0) checkRuns(values.subarray(1), values[0], rows - nulls);
  }
  return rows;
}

/** Runs of `count` values of `width` bits: no run claims more values than are left, or more bytes than there are. */
function checkRuns(bytes: Uint8Array, width: number, count: number): void {
  let at = 0;
  for (let seen = 0; seen < count; ) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      need(at < bytes.length && shift <= 28);
      header += (bytes[at] & 0x7f) * 2 ** shift;
      if (bytes[at++] < 0x80) break;
    }
    const packed = header % 2 === 1;
    const length = Math.floor(header / 2);
    need(length >= 1 && (packed ? (length - 1) * 8 : length - 1) < count - seen);
    at += packed ? length * width : (width + 7) >> 3;
    need(at <= bytes.length);
    seen += packed ? length * 8 : length;
  }
}

function need(holds: boolean): void {
  if (!holds) throw new RangeError("The pages do not fit the file.");
}
