import { useEffect, useState } from 'react';

/** An address of a document while it is shown; the one before stays until there is the next, so that a preview does not flicker. */
export function useAddress(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => { setTimeout(() => URL.revokeObjectURL(made), 30_000); };
  }, [blob]);
  return url;
}
