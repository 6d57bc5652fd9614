import type { RecordDraft } from "./record-draft.ts";

/**
 * Whether a name among authors is that of a group, where the source does not say: "The ATLAS Collaboration", "COVIDSurg
 * Consortium". Only words that no person is called decide.
 */
export function isGroupName(name: string): boolean {
  return /\b(?:collaborations?|consorti(?:um|a))$/i.test(name.trim());
}

/** Adds a group to those of a record. */
export function addGroup(draft: RecordDraft, name: string): void {
  draft.groupAuthors = [...(draft.groupAuthors ?? []), name];
}
