import type { Client } from 'pg';

export function onServer<T>(work: (client: Client) => Promise<T>): Promise<T>;
export function databaseUrl(name: string): string;
export function answers(): Promise<boolean>;
