/** A file that somebody has uploaded in the Dashboard, such as the picture of a product. */
export interface FileRecord {
  /** Its content type, as the host says it. */
  type: string;
  base64: string;
}
