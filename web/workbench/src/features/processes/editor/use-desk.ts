import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProcessProblem } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import type { Drawing } from '../diagram/drawing.ts';
import { judge } from '../model/check.ts';
import type { ProcessKeeper } from '../model/process-keeper.ts';

/** A draft as it stands on the screen: the drawing, what is selected, what is wrong. */
export interface Desk {
  readonly drawing: Drawing | undefined;
  /** What the diagram shows; a change of it draws everything anew. */
  readonly opened: string;
  readonly selected: string | undefined;
  /** Undefined until it was checked for the first time. */
  readonly problems: readonly ProcessProblem[] | undefined;
  ready: (drawing: Drawing) => void;
  select: (id: string | undefined) => void;
  /** Shows another diagram in place of this one; it cannot be undone. */
  replace: (xml: string) => void;
}

/** Keeps drawing, draft and check together: what is drawn is written to the draft and judged, what others save is drawn. */
export function useDesk(keeper: ProcessKeeper): Desk {
  const [drawing, setDrawing] = useState<Drawing>();
  const [opened, setOpened] = useState(keeper.value.xml);
  const [selected, setSelected] = useState<string>();
  const [problems, setProblems] = useState<readonly ProcessProblem[]>();
  const [, redraw] = useState(0);
  // What the draft holds because it was drawn or opened here; anything else came from elsewhere and is to be drawn.
  const known = useRef(keeper.value.xml);
  const writing = useRef<Promise<void>>(undefined);
  const { xml } = keeper.value;
  const { findings } = keeper;

  useEffect(() => {
    if (xml === known.current) return;
    known.current = xml;
    setSelected(undefined);
    // What was drawn on goes away with its diagram; the next one tells when it is there.
    setDrawing(undefined);
    setOpened(xml);
  }, [xml]);

  useEffect(() => {
    let late = false;
    void judge(xml).then(({ problems: found }) => {
      if (late) return;
      const all = [...found, ...findings];
      setProblems(all);
      drawing?.mark(all.flatMap(({ element }) => element ?? []));
    });
    return () => { late = true; };
  }, [xml, drawing, findings]);

  const ready = useCallback((shown: Drawing) => {
    const write = async () => {
      const next = await shown.xml();
      known.current = next;
      keeper.change({ ...keeper.value, xml: next }, 'xml');
    };
    shown.onChange = () => {
      redraw((count) => count + 1);
      // One at a time, in order; the last one sees everything.
      writing.current = (writing.current ?? Promise.resolve()).then(write);
    };
    shown.onSelect = setSelected;
    setDrawing(shown);
  }, [keeper]);

  return {
    drawing, opened, selected, problems, ready,
    select: useCallback((id) => drawing?.select(id), [drawing]),
    replace: (next) => keeper.change({ ...keeper.value, xml: next }, 'replace'),
  };
}

/** Undo and redo from anywhere on the page; on the canvas the drawing library listens itself, and in a field the browser. */
export function useDrawingKeys(drawing: Drawing | undefined): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (target instanceof Element && target.closest('input, textarea, [contenteditable], .diagram__canvas')) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) drawing?.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) drawing?.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', keys);
    return () => { window.removeEventListener('keydown', keys); };
  }, [drawing]);
}
