/** How an element of a picture stands out; always with words beside it. Literal colours, because a saved picture has no style sheet. */
export const tones = {
  added: { fill: '#e6f4ea', stroke: '#1b7a3d' },
  removed: { fill: '#fdecea', stroke: '#b3261e' },
  changed: { fill: '#fff3d6', stroke: '#9a5b00' },
  passed: { fill: '#e8f0fa', stroke: '#14509e' },
  standing: { fill: '#fff3d6', stroke: '#14509e' },
  heat0: { fill: '#fdf6e9', stroke: '#8a6d3b' },
  heat1: { fill: '#fbe3b8', stroke: '#8a5a12' },
  heat2: { fill: '#f7c07d', stroke: '#834510' },
  heat3: { fill: '#ef9358', stroke: '#7a2f10' },
  heat4: { fill: '#dd5a44', stroke: '#6b1414' },
} as const;

export type Tone = keyof typeof tones;
export const heatTones = ['heat0', 'heat1', 'heat2', 'heat3', 'heat4'] as const satisfies readonly Tone[];

/** One element that stands out, and what is written at it. */
export interface Dressing {
  readonly id: string;
  readonly tone: Tone;
  /** Above the element; nothing when absent. */
  readonly words?: string;
}
