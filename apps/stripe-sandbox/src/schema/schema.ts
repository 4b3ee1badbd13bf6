/** The part of JSON Schema that the generator writes. */
export interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  const?: string | number | boolean;
  enum?: (string | number)[];
  type?: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
}

export interface SchemaFile {
  $defs: Record<string, Schema>;
}
