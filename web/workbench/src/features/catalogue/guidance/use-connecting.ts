import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { Place, Target } from './flow.ts';

interface Line { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** Drawing a line from an option with the mouse or a finger: where it is let go, on a question or situation, it connects. */
export function useConnecting(box: RefObject<HTMLDivElement | null>, zoom: number, connect: (place: Place, target: Target) => void): {
  line: Line | undefined; startDrag: (event: ReactPointerEvent, node: number, option: string) => void;
} {
  const [line, setLine] = useState<Line>();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  function startDrag(event: ReactPointerEvent, node: number, option: string): void {
    const sheet = box.current?.querySelector('.flow__sheet')?.getBoundingClientRect();
    if (!sheet) return;
    event.preventDefault();
    const at = ({ clientX, clientY }: { clientX: number; clientY: number }) => [(clientX - sheet.left) / zoom, (clientY - sheet.top) / zoom] as const;
    const [x1, y1] = at(event);
    const scrolled = { left: box.current?.scrollLeft ?? 0, top: box.current?.scrollTop ?? 0 };
    const onMove = (move: PointerEvent) => {
      const [x, y] = at(move);
      setLine({ x1, y1, x2: x + ((box.current?.scrollLeft ?? 0) - scrolled.left) / zoom, y2: y + ((box.current?.scrollTop ?? 0) - scrolled.top) / zoom });
    };
    const onUp = (up: PointerEvent) => {
      stop.current?.();
      const target = targetUnder(up);
      if (target !== undefined) connect({ node, option }, target);
    };
    stop.current = () => {
      setLine(undefined);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onUp);
  }
  return { line, startDrag };
}

function targetUnder({ clientX, clientY }: PointerEvent): Target | undefined {
  const element = document.elementFromPoint(clientX, clientY);
  const situation = element?.closest<HTMLElement>('[data-situation]')?.dataset['situation'];
  if (situation !== undefined) return [situation];
  const node = element?.closest<HTMLElement>('[data-node]')?.dataset['node'];
  return node === undefined ? undefined : Number(node);
}
