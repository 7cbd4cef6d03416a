import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { text } from './text.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that the network is gone and that nothing is lost. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div className="offline-region" role="status">
      {!online && <p className="offline"><span className="wrap offline__text"><WifiOff size={20} aria-hidden="true" />{text.offline}</span></p>}
    </div>
  );
}
