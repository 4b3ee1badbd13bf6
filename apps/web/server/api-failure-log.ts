/** Writes to standard error why a request to the API failed: once per replica and cause, until that replica answers. */
export class ApiFailureLog {
  private readonly causes = new Map<string, string>();

  /** @param code Node's code of the error, e.g. ECONNREFUSED or DEPTH_ZERO_SELF_SIGNED_CERT */
  write(url: string, code: string, message: string): void {
    if (this.causes.get(url) === code) return;
    this.causes.set(url, code);
    console.error(JSON.stringify({ event: 'api_failed', url, code, message }));
  }

  clear(url: string): void {
    this.causes.delete(url);
  }
}
