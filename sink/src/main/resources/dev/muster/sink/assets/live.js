// Keeps an open page true: on each event it fetches the page again and swaps what is between <main> and </main>.
// Without it everything can be read; it is only as old as the moment it was loaded.
(() => {
  const notice = document.getElementById('notice');
  let waiting = 0, running = false, again = false, lost = 0;

  const swap = (fresh, id) => {
    const now = document.getElementById(id), then = fresh.getElementById(id);
    if (now && then && now.innerHTML !== then.innerHTML) now.replaceChildren(...then.childNodes);
  };

  const refresh = async () => {
    if (running) { again = true; return; }
    running = true;
    try {
      const answer = await fetch(location.pathname + location.search, {headers: {accept: 'text/html'}});
      if (answer.redirected || answer.status === 401) { location.reload(); return; }
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = document.getElementById('main');
      if (!main.contains(document.activeElement) || !document.activeElement.matches('select,input')) {
        const focused = document.activeElement && document.activeElement.closest('[id]');
        for (const seen of main.querySelectorAll('details[id]')) {
          const then = fresh.getElementById(seen.id);
          if (then) then.open = seen.open;
        }
        swap(fresh, 'main');
        if (focused && focused.id && !focused.isConnected) {
          const back = document.getElementById(focused.id);
          const target = back && (back.querySelector('summary,a') || back);
          if (target) target.focus({preventScroll: true});
        }
      }
      swap(fresh, 'asof');
      swap(fresh, 'notice');
    } catch (away) {
      tellLost();
    } finally {
      running = false;
      if (again) { again = false; soon(); }
    }
  };

  const soon = () => { clearTimeout(waiting); waiting = setTimeout(refresh, 150); };

  const tellLost = () => {
    if (!lost) lost = Date.now();
    if (notice.querySelector('.lost')) return;
    const line = document.createElement('p');
    line.className = 'banner stale lost';
    line.textContent = 'Live updates lost since ' + new Date(lost).toISOString().slice(11, 19) + ' UTC. Trying again; what follows was true then.';
    notice.append(line);
  };

  const stream = new EventSource(document.body.dataset.stream);
  stream.addEventListener('scorecard', soon);
  stream.addEventListener('removed', soon);
  stream.addEventListener('view', soon);
  stream.onerror = () => setTimeout(() => { if (stream.readyState !== EventSource.OPEN) tellLost(); }, 3000);
  stream.onopen = () => { if (lost) { lost = 0; soon(); } };
  setInterval(soon, 60000);
  addEventListener('pagehide', () => stream.close());
})();
