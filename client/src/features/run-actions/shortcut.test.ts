import { describe, expect, it } from 'vitest';
import { matchPresses, parseShortcut, writeShortcut, type KeyPress } from './shortcut.js';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const match = (text: string, ...presses: KeyPress[]) => matchPresses(parseShortcut(text), presses);

describe('shortcuts', () => {
  it('know Ctrl and the Mac’s key as one', () => {
    expect(match('Mod+K', press('k', { ctrlKey: true }))).toBe('whole');
    expect(match('Mod+K', press('k', { metaKey: true }))).toBe('whole');
    expect(match('Mod+K', press('k'))).toBe('none');
    expect(match('K', press('k', { ctrlKey: true }))).toBe('none');
  });

  it('take signs wherever the keyboard has them', () => {
    expect(match('?', press('?', { shiftKey: true }))).toBe('whole');
    expect(match('/', press('/'))).toBe('whole');
    expect(match('+', press('+', { shiftKey: true }))).toBe('whole');
    expect(match('T', press('T', { shiftKey: true }))).toBe('none');
    expect(match('Shift+F6', press('F6', { shiftKey: true }))).toBe('whole');
    expect(match('F6', press('F6', { shiftKey: true }))).toBe('none');
  });

  it('follow one key after another', () => {
    expect(match('G L', press('g'))).toBe('begun');
    expect(match('G L', press('g'), press('l'))).toBe('whole');
    expect(match('G L', press('g'), press('x'))).toBe('none');
    expect(match('G', press('g'), press('l'))).toBe('none');
  });

  it('are written as the keys are labelled', () => {
    expect(writeShortcut('Mod+K', false)).toBe('Ctrl K');
    expect(writeShortcut('Shift+F6', true)).toBe('⇧ F6');
    expect(writeShortcut('+', false)).toBe('+');
    expect(writeShortcut('Mod+K', true)).toBe('⌘ K');
    expect(writeShortcut('G L', false)).toBe('G L');
  });
});
