import { CircleCheck, OctagonAlert } from 'lucide-react';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';

interface Toast {
  id: number;
  tone: 'success' | 'danger';
  text: string;
}

type Show = (text: string, tone?: Toast['tone']) => void;

const ToastContext = createContext<Show>(() => undefined);

/** A short confirmation that is read out and goes away by itself after 6 s; errors to act on belong in a Notice. */
export function useToast(): Show {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const nextId = useRef(1);
  const show = useCallback<Show>((text, tone = 'success') => {
    const id = nextId.current++;
    setToasts((now) => [...now.slice(-2), { id, tone, text }]);
    setTimeout(() => setToasts((now) => now.filter((toast) => toast.id !== id)), 6000);
  }, []);
  const list = useMemo(() => toasts, [toasts]);
  return (
    <ToastContext value={show}>
      {children}
      <div className="tb-toasts" role="status" aria-live="polite">
        {list.map((toast) => (
          <p key={toast.id} className="tb-toast">
            {toast.tone === 'success' ? <CircleCheck size={20} aria-hidden="true" /> : <OctagonAlert size={20} aria-hidden="true" />}
            {toast.text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
