/** A file that was announced; `content` once it has come. */
export type Upload = { readonly name: string; readonly length: number; readonly content: string | undefined };
