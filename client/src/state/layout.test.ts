import { describe, expect, it } from 'vitest';
import {
  closePanel,
  defaultLayout,
  findSide,
  getMaximumWidth,
  isInFront,
  listTabs,
  movePanel,
  openPanel,
  parseLayout,
  suggestWidth,
  toStored,
} from './layout.js';

describe('layout', () => {
  it('moves a panel to the other dock and brings it to the front there', () => {
    const moved = movePanel(defaultLayout, 'incidents', 'left');
    expect(listTabs(moved.left)).toEqual(['layers', 'incidents']);
    expect(moved.left.active).toBe('incidents');
    expect(listTabs(moved.right)).toEqual(['inView', 'figures', 'reach', 'cover']);
    expect(moved.right.active).toBe('inView');
    expect(isInFront(moved, 'incidents')).toBe(true);
    expect(movePanel(moved, 'incidents', 'left')).toBe(moved);
  });

  it('moves details without making a tab of them', () => {
    const moved = movePanel(defaultLayout, 'details', 'left');
    expect(findSide(moved, 'details')).toBe('left');
    expect(listTabs(moved.left)).toEqual(['layers']);
    expect(moved.left.active).toBe('layers');
  });

  it('closes a panel and opens it again at home', () => {
    const closed = closePanel(defaultLayout, 'layers');
    expect(closed.left).toMatchObject({ panels: [], active: null });
    expect(findSide(closed, 'layers')).toBeNull();
    expect(openPanel(closed, 'layers')).toEqual(defaultLayout);
    expect(closePanel(defaultLayout, 'details')).toBe(defaultLayout);
  });

  it('opens what is behind another tab or in a collapsed dock', () => {
    const collapsed = { ...defaultLayout, right: { ...defaultLayout.right, isCollapsed: true } };
    expect(isInFront(collapsed, 'incidents')).toBe(false);
    expect(openPanel(collapsed, 'figures').right).toMatchObject({ active: 'figures', isCollapsed: false });
  });

  it('suggests wider docks for wider screens and leaves the map its room', () => {
    expect(suggestWidth('right', 3840, 1)).toBeGreaterThan(suggestWidth('right', 1440, 1));
    expect(suggestWidth('left', 100_000, 1)).toBe(440);
    expect(suggestWidth('left', 2880, 2)).toBe(2 * suggestWidth('left', 1440, 1));
    expect(getMaximumWidth(1440, 300)).toBe(720);
    expect(getMaximumWidth(1000, 300)).toBe(380);
    expect(getMaximumWidth(300, 300)).toBe(220);
  });

  it.each([undefined, null, 7, 'x', [], {}, { left: 1, right: 2 }])('survives %o in storage', (stored) => {
    expect(parseLayout(stored)).toEqual(defaultLayout);
  });

  it('reads back what it stored, and drops what it does not know', () => {
    const layout = movePanel(closePanel(defaultLayout, 'figures'), 'inView', 'left');
    expect(parseLayout(JSON.parse(JSON.stringify(toStored(layout))))).toEqual(layout);
    const odd = parseLayout({
      left: { panels: ['layers', 'layers', 'people', 4], active: 'people', width: 'wide' },
      right: { panels: ['layers', 'incidents'], active: 'layers', width: 5, isCollapsed: 'yes' },
      known: ['layers', 'incidents', 'inView', 'figures', 'reach', 'cover', 'details'],
    });
    expect(odd.left).toEqual({ panels: ['layers'], active: 'layers', width: null, isCollapsed: false });
    expect(odd.right).toEqual({
      panels: ['incidents', 'details'],
      active: 'incidents',
      width: null,
      isCollapsed: false,
    });
  });

  it('gives a panel that is younger than the stored layout its place behind the others', () => {
    const { left, right } = movePanel(defaultLayout, 'incidents', 'left');
    const old = { left, right: { ...right, panels: ['inView', 'details'], isCollapsed: true } };
    expect(parseLayout(old).right).toMatchObject({
      panels: ['inView', 'reach', 'cover', 'details'],
      active: 'inView',
      isCollapsed: true,
    });
    const closed = closePanel(defaultLayout, 'cover');
    expect(findSide(parseLayout(JSON.parse(JSON.stringify(toStored(closed)))), 'cover')).toBeNull();
  });
});
