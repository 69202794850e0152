// SPDX-License-Identifier: LGPL-2.1-or-later
// Goroutines, signals, children: what the Go runtime does with threads of its own.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"sync"
	"syscall"
	"time"
)

func main() {
	var group sync.WaitGroup
	var mutex sync.Mutex
	sum := 0
	for i := 0; i < 1000; i++ {
		group.Add(1)
		go func(i int) {
			defer group.Done()
			runtime.Gosched()
			data, err := os.ReadFile("/proc/self/comm")
			if err != nil || len(data) == 0 {
				panic(err)
			}
			mutex.Lock()
			sum += i
			mutex.Unlock()
		}(i)
	}
	group.Wait()
	fmt.Println("sum", sum)

	// Preempted by SIGURG: this loop has no call in it.
	runtime.GOMAXPROCS(1)
	stop := false
	go func() { mutex.Lock(); stop = true; mutex.Unlock() }()
	for done, n := false, 0; !done; n++ {
		if n%1000000 == 0 {
			mutex.Lock()
			done = stop
			mutex.Unlock()
		}
	}
	runtime.GOMAXPROCS(4)

	signals := make(chan os.Signal, 10)
	signal.Notify(signals, syscall.SIGUSR1, syscall.SIGHUP)
	for i := 0; i < 5; i++ {
		syscall.Kill(os.Getpid(), syscall.SIGUSR1)
		fmt.Println("got", <-signals)
	}

	for i := 0; i < 5; i++ {
		out, err := exec.Command("/bin/sh", "-c", fmt.Sprintf("echo child %d; exit %d", i, i)).Output()
		fmt.Printf("%s%v\n", out, err)
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			line, _ := bufio.NewReader(connection).ReadString('\n')
			fmt.Fprintf(connection, "you said %s", line)
			connection.Close()
		}
	}()
	for i := 0; i < 10; i++ {
		connection, err := net.DialTimeout("tcp", listener.Addr().String(), 10*time.Second)
		if err != nil {
			panic(err)
		}
		fmt.Fprintf(connection, "%d\n", i)
		line, _ := bufio.NewReader(connection).ReadString('\n')
		fmt.Print(line)
		connection.Close()
	}
	listener.Close()

	for i := 0; i < 3; i++ {
		garbage := make([][]byte, 0)
		for n := 0; n < 2000; n++ {
			garbage = append(garbage, make([]byte, 10000))
		}
		_ = garbage
		runtime.GC()
	}
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var nothing *int
		*nothing = 1
	}()
	os.Exit(9)
}
