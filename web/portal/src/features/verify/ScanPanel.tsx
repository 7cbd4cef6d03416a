import { Button, FileDrop, Notice } from '@tongban/ui';
import { Camera, CameraOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { findQrText, readPicture, verificationCodeOf } from './read-code.ts';
import { text } from './text.ts';

/** Looks at the camera four times a second until a code is found; the pictures never leave the device. */
function CameraView({ onText, onRefused }: { onText: (scanned: string) => void; onRefused: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef({ onText, onRefused });
  useEffect(() => { found.current = { onText, onRefused }; });
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let ended = false;
    const canvas = document.createElement('canvas');
    function look() {
      const element = video.current;
      if (!element?.videoWidth) return;
      canvas.width = element.videoWidth;
      canvas.height = element.videoHeight;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) return;
      context.drawImage(element, 0, 0);
      const scanned = findQrText(context.getImageData(0, 0, canvas.width, canvas.height));
      if (scanned) found.current.onText(scanned);
    }
    async function start() {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
        if (ended || !video.current) { stream.getTracks().forEach((track) => track.stop()); return; }
        video.current.srcObject = stream;
        await video.current.play();
        timer = setInterval(look, 250);
      } catch {
        if (!ended) found.current.onRefused();
      }
    }
    void start();
    return () => {
      ended = true;
      clearInterval(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return <video ref={video} className="camera" muted playsInline aria-label={text.cameraView} />;
}

/** Verification by QR code: from the camera or from a picture. */
export function ScanPanel({ onCode }: { onCode: (code: string) => void }) {
  const [camera, setCamera] = useState(false);
  const [fault, setFault] = useState<string>();
  function take(scanned: string) {
    const code = verificationCodeOf(scanned);
    setCamera(false);
    setFault(code ? undefined : text.foreignCode);
    if (code) onCode(code);
  }
  async function takePicture(file: File | undefined) {
    if (!file) return;
    try {
      const scanned = findQrText(await readPicture(file));
      if (scanned) take(scanned);
      else setFault(text.noCode);
    } catch {
      setFault(text.noCode);
    }
  }
  return (
    <div className="stack stack--tight">
      <p>{text.scanLead}</p>
      {fault && <Notice tone="danger" live>{fault}</Notice>}
      {camera && <><CameraView onText={take} onRefused={() => { setCamera(false); setFault(text.noCamera); }} /><p role="status">{text.scanning}</p></>}
      <div>
        <Button
          variant={camera ? 'secondary' : 'primary'} size="large" onClick={() => { setFault(undefined); setCamera(!camera); }}
          icon={camera ? <CameraOff size={20} aria-hidden="true" /> : <Camera size={20} aria-hidden="true" />}
        >
          {camera ? text.stopCamera : text.startCamera}
        </Button>
      </div>
      <FileDrop label={text.pickImage} hint={text.pickImage} accept="image/*" onFiles={([file]) => void takePicture(file)} />
    </div>
  );
}
