-- Removes the wordings that one user caused from an entry.   KEYS: answers   ARGV: owner
local answers = redis.call('LRANGE', KEYS[1], 1, -1)
local left = #answers
for _, answer in ipairs(answers) do
  if string.sub(answer, 1, #ARGV[1] + 1) == ARGV[1] .. ' ' then
    redis.call('LREM', KEYS[1], 1, answer)
    left = left - 1
  end
end
if left == 0 then redis.call('DEL', KEYS[1]) end
return left
