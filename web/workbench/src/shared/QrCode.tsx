import { useQuery } from '@tanstack/react-query';
import { toString as toQrSvg } from 'qrcode';

/** An address as a QR code, in px. */
export function QrCode({ address, label, size }: { address: string; label: string; size: number }) {
  const svg = useQuery({ queryKey: ['qr', address], queryFn: () => toQrSvg(address, { type: 'svg', margin: 0 }), staleTime: Infinity });
  return svg.data ? <img src={`data:image/svg+xml,${encodeURIComponent(svg.data)}`} alt={label} width={size} height={size} /> : null;
}
