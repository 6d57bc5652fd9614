import { LIMITS } from "./limits.ts";
import { ENTITIES } from "./xml/latin-1-entities.ts";

/** Elements of HTML, JATS and MathML that occur in titles and abstracts; other text in angle brackets stays. */
const TAG =
  /<\/?(?:jats:|mml:)?(?:i|b|em|strong|sub|sup|scp|sc|u|tt|a|p|br|div|span|title|sec|bold|italic|list|list-item|label|inline-formula|disp-formula|alternatives|tex-math|math|mrow|mi|mo|mn|msub|msup|msubsup|mtext|mspace|semantics|annotation|mstyle|mfrac|msqrt|ext-link|xref|related-article|inline-graphic)(?:\s[^<>]{0,500})?\/?>/gi;
const BLOCK = /^<\/?(?:jats:)?(?:p|br|div|title|sec|list|list-item)\b/i;
const ENTITY = /&(?:([a-z]{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

/** Beyond so many characters markup stays as it is: whatever stands there is beyond the limit of a field anyway. */
const MOST_MARKUP = 16 * LIMITS.fieldLength;

/**
 * Text that a source gives with markup in it — "H<sub>2</sub>O &amp; more" — without. An entity that was escaped twice is
 * read once more; what is no known element or entity stays as it is.
 */
export function withoutMarkup(text: string | undefined): string | undefined {
  if (text === undefined || !/[<&]/.test(text)) return text;
  if (text.length > MOST_MARKUP) return `${withoutMarkup(text.slice(0, MOST_MARKUP))}${text.slice(MOST_MARKUP)}`;
  const plain = text.replace(TAG, (tag) => (BLOCK.test(tag) ? " " : ""));
  return plain.replace(/&amp;(?=#?\w{2,8};)/g, "&").replace(ENTITY, character);
}

function character(
  whole: string,
  name: string | undefined,
  decimal: string | undefined,
  hex: string | undefined,
): string {
  if (name !== undefined) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
