export function reportClinc(folder: string): string {
  return folder;
}
