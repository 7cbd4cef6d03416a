import type { Box, FieldRule } from '@tongban/server/src/modules/recognition/contract.ts';
import { useRef, useState, type PointerEvent } from 'react';

interface Point { x: number; y: number }
interface RegionCanvasProps { source: string; name: string; fields: readonly FieldRule[]; chosen: number | undefined; drawing: boolean; onDraw: (region: Box) => void }

const share = (value: number): string => `${value * 100}%`;
const smallest = 0.01;

function between(one: Point, other: Point): Box {
  return { left: Math.min(one.x, other.x), top: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

/** A sample picture with the regions of its fields; while a field is chosen, dragging draws its region anew. */
export function RegionCanvas({ source, name, fields, chosen, drawing, onDraw }: RegionCanvasProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<Point>();
  const [to, setTo] = useState<Point>();
  const pointOf = (event: PointerEvent): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const clamp = (value: number): number => Math.min(1, Math.max(0, value));
    return { x: clamp((event.clientX - left) / width), y: clamp((event.clientY - top) / height) };
  };
  const end = () => {
    if (from && to) {
      const box = between(from, to);
      if (box.width >= smallest && box.height >= smallest) onDraw(box);
    }
    setFrom(undefined);
    setTo(undefined);
  };
  const drawn = from && to ? between(from, to) : undefined;
  return (
    <div
      ref={sheet} className={`recognition-sheet${drawing ? ' is-drawing' : ''}`}
      onPointerDown={(event) => {
        if (!drawing) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(pointOf(event));
        setTo(pointOf(event));
      }}
      onPointerMove={(event) => { if (from) setTo(pointOf(event)); }}
      onPointerUp={end} onPointerCancel={end}
    >
      <img src={source} alt={name} draggable={false} />
      {fields.map(({ key, label, region }, index) => (region && !(index === chosen && drawn) ? (
        <span key={key} className={`recognition-region${index === chosen ? ' is-chosen' : ''}`} style={{ left: share(region.left), top: share(region.top), width: share(region.width), height: share(region.height) }}><span>{label}</span></span>
      ) : null))}
      {drawn ? <span className="recognition-region is-chosen" style={{ left: share(drawn.left), top: share(drawn.top), width: share(drawn.width), height: share(drawn.height) }} /> : null}
    </div>
  );
}
