import { type PointerEvent, useRef, useState } from 'react';

interface SignaturePadProps {
  readonly label: string;
  readonly onSigned: (file: File) => void;
}

const WIDTH = 600;
const HEIGHT = 200;

/** A field to sign in; `onSigned` gets a PNG once the person says it is done. */
export function SignaturePad({ label, onSigned }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const place = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
  };
  const start = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext('2d');
    if (pen === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.lineWidth = 4;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.beginPath();
    pen.moveTo(...place(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext('2d');
    if (pen === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...place(event));
    pen.stroke();
    setDrawn(true);
  };
  const clear = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
    setDrawn(false);
  };
  const finish = (): void => {
    canvas.current?.toBlob((blob) => { if (blob !== null) onSigned(new File([blob], `${label}.png`, { type: 'image/png' })); }, 'image/png');
  };
  return (
    <span className="tbf-pad">
      <canvas ref={canvas} className="tbf-pad__canvas" width={WIDTH} height={HEIGHT} role="img" aria-label={`在此书写“${label}”，也可以改为上传签名图片`} onPointerDown={start} onPointerMove={draw} />
      <span className="tbf-pad__buttons">
        <button type="button" className="tbf-button" disabled={!drawn} onClick={finish}>完成签名</button>
        <button type="button" className="tbf-button tbf-button--quiet" disabled={!drawn} onClick={clear}>擦掉重写</button>
      </span>
    </span>
  );
}
