import { useEffect, useState, type RefObject } from 'react';

const least = 0.3;
const most = 1.6;
const within = (zoom: number): number => Math.min(most, Math.max(least, zoom));

/** How large the picture is shown; Ctrl and the wheel change it, `fit` shows the whole of it as far as it stays readable. */
export function useZoom(box: RefObject<HTMLDivElement | null>, { width, height }: { width: number; height: number }): { zoom: number; zoomBy: (factor: number) => void; fit: () => void } {
  const [zoom, setZoom] = useState(1);
  const zoomBy = (factor: number) => setZoom((before) => within(before * factor));
  const fit = () => {
    const room = box.current;
    if (room) setZoom(within(Math.min(1, room.clientWidth / width, room.clientHeight / height)));
  };
  useEffect(() => {
    const room = box.current;
    if (!room) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setZoom((before) => within(before * (event.deltaY > 0 ? 0.9 : 1.1)));
    };
    room.addEventListener('wheel', onWheel, { passive: false });
    return () => room.removeEventListener('wheel', onWheel);
  }, [box]);
  return { zoom, zoomBy, fit };
}
