/** The part of cli-progress that is used here; the package has no types of its own. */
declare module 'cli-progress' {
  export class SingleBar {
    constructor(options: { readonly format: string; readonly stream: NodeJS.WritableStream; readonly clearOnComplete: boolean; readonly noTTYOutput: boolean });
    start(total: number, value: number, payload: Readonly<Record<string, string>>): void;
    update(value: number, payload: Readonly<Record<string, string>>): void;
    stop(): void;
  }
}
