/** Every error that we throw on purpose. `code` is stable; the message says what failed, on what, and what to do. */
export class AppError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
