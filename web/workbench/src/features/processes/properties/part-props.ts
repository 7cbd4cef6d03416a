import type { Element } from '../../../shared/diagram/services.ts';
import type { Drawing } from '../diagram/drawing.ts';

/** What the properties of an element are edited with. */
export interface PartProps { drawing: Drawing; element: Element; disabled: boolean }
