import { QueryClientProvider } from '@tanstack/react-query';
import { ToastProvider } from '@tongban/ui';
import '@tongban/ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { PortalRoutes } from './app/routes.tsx';
import { SessionGate } from './app/SessionGate.tsx';
import { queryClient } from './shared/api.ts';
import { restorePreferences } from './shared/preferences.ts';
import { restoreTheme } from './shared/site.ts';
import './app/shell.css';

restorePreferences();
restoreTheme();
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // Without it the portal works the same, only not offline.
  navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <ToastProvider>
            <PortalRoutes />
            <SessionGate />
          </ToastProvider>
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}
