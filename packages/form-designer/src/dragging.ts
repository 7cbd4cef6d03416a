import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Control } from './edit/controls.ts';
import type { Spot, Target } from './edit/edited.ts';

/** What is being dragged: a new control from the palette, or what stands in the form already. */
export type Dragged = { readonly kind: 'control'; readonly control: Control } | { readonly kind: 'target'; readonly target: Target };
export type Edge = 'left' | 'right' | 'top' | 'bottom';

// Known by object, so that what other libraries drag over the page is not taken for ours.
const dragged = new WeakSet<object>();
const spots = new WeakSet<object>();

function isDragged(value: unknown): value is Dragged {
  return typeof value === 'object' && value !== null && dragged.has(value);
}

function isSpot(value: unknown): value is Spot {
  return typeof value === 'object' && value !== null && spots.has(value);
}

/** Lets an element be dragged while `data` is given. */
export function useDraggable(element: RefObject<HTMLElement | null>, data: Dragged | undefined): boolean {
  const [isDragging, setDragging] = useState(false);
  const latest = useRef(data);
  latest.current = data;
  const enabled = data !== undefined;
  useEffect(() => {
    const { current } = element;
    if (current === null || !enabled) return undefined;
    return draggable({
      element: current,
      getInitialData: () => {
        const what = { ...latest.current };
        dragged.add(what);
        return { what };
      },
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [element, enabled]);
  return isDragging;
}

/** Lets things be dropped on an element; `spotAt` says what an edge of it means, undefined where nothing can go. Gives the edge in use. */
export function useDropTarget(element: RefObject<HTMLElement | null>, edges: readonly Edge[], spotAt: (edge: Edge, what: Dragged) => Spot | undefined): Edge | undefined {
  const [edge, setEdge] = useState<Edge>();
  const latest = useRef(spotAt);
  latest.current = spotAt;
  const sides = edges.join(' ');
  useEffect(() => {
    const { current } = element;
    if (current === null || sides === '') return undefined;
    const allowed = sides.split(' ').filter(isEdge);
    return combine(dropTargetForElements({
      element: current,
      canDrop: ({ source }) => isDragged(source.data['what']),
      getData: ({ input, source }) => {
        const what = source.data['what'];
        const side = nearestEdge(current.getBoundingClientRect(), input.clientX, input.clientY, allowed);
        const spot = isDragged(what) ? latest.current(side, what) : undefined;
        if (spot === undefined) return {};
        const marked = { ...spot };
        spots.add(marked);
        return { spot: marked, edge: side };
      },
      onDrag: ({ self, location }) => {
        const side = self.data['edge'];
        setEdge(location.current.dropTargets[0]?.element === current && typeof side === 'string' && isEdge(side) ? side : undefined);
      },
      onDragLeave: () => setEdge(undefined),
      onDrop: () => setEdge(undefined),
    }));
  }, [element, sides]);
  return edge;
}

function isEdge(text: string): text is Edge {
  return text === 'left' || text === 'right' || text === 'top' || text === 'bottom';
}

/** The sides count near themselves only, so that most of a cell means above or below it. */
function nearestEdge(box: DOMRect, x: number, y: number, allowed: readonly Edge[]): Edge {
  const across = (x - box.left) / Math.max(box.width, 1);
  const down = (y - box.top) / Math.max(box.height, 1);
  const wide = allowed.includes('top');
  if (allowed.includes('left') && across < (wide ? 0.25 : 0.5)) return 'left';
  if (allowed.includes('right') && (across > 0.75 || !wide)) return 'right';
  return down < 0.5 ? 'top' : 'bottom';
}

/** Hears of everything that is dropped somewhere in the form. */
export function useDrops(onDrop: (what: Dragged, spot: Spot) => void): void {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => monitorForElements({
    onDrop: ({ source, location }) => {
      const spot = location.current.dropTargets[0]?.data['spot'];
      const what = source.data['what'];
      if (isSpot(spot) && isDragged(what)) latest.current(what, spot);
    },
  }), []);
}
