// Reloads the page when trunk has built it anew; only `trunk serve` puts it there.
// The same news as trunk's own script, but from a file and as text, so that the page
// can keep a strict content policy.
const address = new URL('.well-known/trunk/ws', document.baseURI);
address.protocol = address.protocol.replace('http', 'ws');

function listen(again) {
  const socket = new WebSocket(address);
  socket.onopen = () => again && location.reload();
  socket.onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (news.type === 'reload') location.reload();
    else if (news.type === 'buildFailure') failed(news.data.reason);
  };
  socket.onclose = () => setTimeout(listen, 2000, true);
}

function failed(reason) {
  console.error('The build failed:', reason);
  const notice = document.createElement('pre');
  notice.textContent = `The build failed:\n${reason}`;
  notice.style.cssText = 'position:fixed;inset:0 0 auto;z-index:9999;margin:0;padding:1em;max-height:50%;overflow:auto;background:#fff;color:#a00;border-bottom:2px solid';
  document.body.append(notice);
}

listen(false);
