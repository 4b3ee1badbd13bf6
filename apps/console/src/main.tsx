import './console.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isTransient } from './api/call';
import { App } from './app';

/** What changes shows within this time without a reload. */
const POLL_MS = 5000;

const queryClient = new QueryClient({
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      refetchInterval: POLL_MS,
      retry: (failures, error) => failures < 2 && isTransient(error),
    },
  },
});

async function start() {
  // A constant in a build, so that the bundler drops the code for development.
  if (import.meta.env.MODE === 'alone') {
    const { answerFromExamples } = await import('./dev/answer-from-examples');
    answerFromExamples();
  }
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
