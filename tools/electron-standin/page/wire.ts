/** What the preload's world asks the host, over the binding only that world can see. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'path'; id: number }

/** What the host tells the preload's world. */
export type ToPage =
  | { kind: 'event'; channel: string; args: unknown[] }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'refusal'; id: number; reason: string }
