const ABOUT_A_FOLDER = /^(?:README|LICEN[CS]E)(?:\.(?:md|txt))?$/i;

/** Whether a file of this base name tells about its folder, and so is no part of the bibliography in it. Named one by one such files are read as any other. */
export function isAboutAFolder(name: string): boolean {
  return ABOUT_A_FOLDER.test(name);
}
