/** 12345.678 → "12 345.68": a chart has no language, and this is read in either. */
export function formatValue(value: number): string {
  const [whole = '', part] = String(Number(value.toFixed(2))).split('.');
  if (!/^-?\d+$/.test(whole)) return String(value);
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '\u202f').replace('-', '−');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
