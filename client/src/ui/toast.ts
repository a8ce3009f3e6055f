import type { Tone } from './tones.js';

export interface ToastOptions {
  text: string;
  tone?: Tone;
  /** Usually "undo". */
  action?: { label: string; onPress(): void };
  /** How long it stays; 0 stays until dismissed. Errors stay by themselves. */
  timeoutMilliseconds?: number;
}

export interface Toast extends ToastOptions {
  id: number;
  timeoutMilliseconds: number;
}

/** More than this many push the oldest out. */
const mostAtOnce = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/**
 * Says that something happened, with a way back where there is one. Returns its id. The same words twice in
 * a row are shown once, anew.
 */
export function showToast(options: ToastOptions): number {
  const id = ++lastId;
  const timeoutMilliseconds =
    options.timeoutMilliseconds ?? (options.tone === 'danger' ? 0 : options.action ? 10_000 : 6_000);
  const others = toasts.filter(({ text, tone }) => text !== options.text || tone !== options.tone);
  publish([...others, { ...options, id, timeoutMilliseconds }].slice(-mostAtOnce));
  return id;
}

/** Takes a toast away; unknown ids are no error. */
export function dismissToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) publish(toasts.filter((toast) => toast.id !== id));
}

/** The toasts on show, oldest first; the same array until something changes. */
export function listToasts(): readonly Toast[] {
  return toasts;
}

/** Calls back at every change; returns how to stop. */
export function watchToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
