/* Replaces the opening image of a video by its player, in place, when the reader asks for it. */

function play(link) {
  const player = document.createElement("iframe");
  player.src = link.dataset.videoPlayer;
  player.title = link.dataset.videoTitle;
  player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  player.referrerPolicy = "strict-origin-when-cross-origin";
  player.className = "c-embed__player";
  link.closest("[data-video]").replaceChildren(player);
  player.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-video-player]");
  const wantsNewTab = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  if (!link || wantsNewTab) return;
  event.preventDefault();
  play(link);
});
