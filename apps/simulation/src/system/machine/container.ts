import 'reflect-metadata';

type Token = unknown;
type Class = new (...args: unknown[]) => object;

interface Factory {
  provide: Token;
  useValue?: unknown;
  useFactory?: (...args: unknown[]) => unknown;
  inject?: Token[];
}

type Provider = Class | Factory;

interface Hooks {
  onModuleInit?: () => unknown;
  onApplicationBootstrap?: () => unknown;
}

/**
 * Makes the providers of Nest's modules, as their decorators say, and runs their hooks. Nest's own container does the
 * same in a hundred times the time, and here a process is started again in every other history.
 */
export class Container {
  private readonly providers = new Map<Token, Provider>();
  private readonly made = new Map<Token, Promise<unknown>>();
  private readonly instances = new Map<Token, unknown>();

  /** @param instead what stands in the place of the modules' own providers */
  constructor(modules: object[], instead: Factory[]) {
    const seen = new Set<object>();
    for (const module of modules) this.collect(module, seen);
    for (const provider of instead) this.providers.set(provider.provide, provider);
  }

  async start(): Promise<void> {
    for (const token of this.providers.keys()) this.instances.set(token, await this.make(token));
    const all = [...this.instances.values()] as Hooks[];
    for (const one of all) await one?.onModuleInit?.();
    for (const one of all) await one?.onApplicationBootstrap?.();
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.instances.get(token) as T;
  }

  private collect(module: object, seen: Set<object>): void {
    const { module: own = module, providers = [] } = module as {
      module?: object;
      providers?: Provider[];
    };
    if (seen.has(own)) return;
    seen.add(own);
    const listed = (Reflect.getMetadata('providers', own) ?? []) as Provider[];
    for (const provider of [...providers, ...listed])
      this.providers.set(typeof provider === 'function' ? provider : provider.provide, provider);
    for (const next of (Reflect.getMetadata('imports', own) ?? []) as object[])
      this.collect(next, seen);
  }

  private make(token: Token): Promise<unknown> {
    const known = this.made.get(token) ?? this.create(token);
    this.made.set(token, known);
    return known;
  }

  private async create(token: Token): Promise<unknown> {
    const provider = this.providers.get(token);
    if (!provider) throw new Error(`Nothing provides ${String((token as Class)?.name ?? token)}.`);
    if (typeof provider === 'function') {
      const args = await this.makeAll(tokensOf(provider));
      return new provider(...args);
    }
    if (!provider.useFactory) return provider.useValue;
    return provider.useFactory(...(await this.makeAll(provider.inject ?? [])));
  }

  private async makeAll(tokens: Token[]): Promise<unknown[]> {
    const made: unknown[] = [];
    for (const token of tokens) made.push(await this.make(token));
    return made;
  }
}

/** What a class asks for: by the types of its parameters, and by what @Inject says. */
function tokensOf(made: Class): Token[] {
  const types = [...((Reflect.getMetadata('design:paramtypes', made) ?? []) as Token[])];
  const said = (Reflect.getMetadata('self:paramtypes', made) ?? []) as {
    index: number;
    param: Token;
  }[];
  for (const { index, param } of said) types[index] = param;
  return types;
}
